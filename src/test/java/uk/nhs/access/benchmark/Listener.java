package uk.nhs.access.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port of this machine, and a conversation with whoever connects to it. */
abstract class Listener implements AutoCloseable {

    private final ServerSocket door;
    private final ExecutorService threads = Executors.newCachedThreadPool(Listener::thread);

    Listener() {
        try {
            door = new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Talks until one side has had enough. */
    abstract void talk(InputStream in, OutputStream out) throws IOException;

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            door.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The next line without its end, or null where nothing comes any more. */
    static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    static void say(OutputStream out, String words) throws IOException {
        out.write(words.getBytes(StandardCharsets.UTF_8));
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                threads.execute(() -> talk(socket));
            }
        } catch (IOException closed) {
            // the benchmark is over
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            talk(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
        } catch (IOException gone) {
            // so is the service
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "double");
        thread.setDaemon(true);
        return thread;
    }
}
