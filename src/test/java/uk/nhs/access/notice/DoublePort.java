package uk.nhs.access.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The port of a double, which listens there, and no longer, and again. Each connection has a thread of its own. */
final class DoublePort {

    private final Consumer<Socket> conversation;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket server;
    private int number;

    /** @param number of the port, or 0 for any that is free */
    DoublePort(int number, Consumer<Socket> conversation) {
        this.number = number;
        this.conversation = conversation;
    }

    int number() {
        return number;
    }

    /** Listens, each time on the same port. */
    synchronized void up() {
        if (server != null && !server.isClosed()) {
            return;
        }
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress("127.0.0.1", number));
            number = server.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ServerSocket listening = server;
        run("double", () -> listen(listening));
    }

    /** Refuses connections, and cuts those there are. */
    synchronized void down() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    /** Cuts the connections there are. */
    void cut() {
        for (Socket connection : connections) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        connections.clear();
    }

    private void listen(ServerSocket listening) {
        try {
            while (true) {
                Socket connection = listening.accept();
                connection.setTcpNoDelay(true);
                connections.add(connection);
                run("double-connection", () -> {
                    conversation.accept(connection);
                    connections.remove(connection);
                });
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private static void run(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
