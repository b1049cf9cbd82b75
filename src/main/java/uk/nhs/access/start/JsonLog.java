package uk.nhs.access.start;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.JsonFormatter;
import org.jboss.logmanager.formatters.StructuredFormatter.ExceptionOutputType;
import org.jboss.logmanager.handlers.ConsoleHandler;

/** The log of production: one line of JSON for each entry, with the ids of the request and the trace, for programs to read. */
final class JsonLog {

    private JsonLog() {}

    /** Takes the place of the framework's own lines, from the first one on. */
    static void start() {
        JsonFormatter json = new JsonFormatter();
        json.setExceptionOutputType(ExceptionOutputType.FORMATTED);
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO); // until the settings say which
        root.addHandler(new ConsoleHandler(ConsoleHandler.Target.SYSTEM_OUT, json));
        System.setProperty("quarkus.log.console.level", "OFF");
    }
}
