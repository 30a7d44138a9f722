package org.panelhub.bench;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;

/** A bare WebSocket server, a process of its own: at /echo what comes in goes back; elsewhere it goes to all others at the same address. It knows nobody and keeps nothing. */
final class EchoServer {

    static final String ECHO = "/echo";

    private static final Map<String, Set<ServerWebSocket>> ROOMS = new ConcurrentHashMap<>();

    private EchoServer() {
    }

    public static void main(String[] args) {
        Vertx.vertx().createHttpServer().webSocketHandler(EchoServer::joins).listen(0, "localhost").onSuccess(server -> System.out.println("Listens at " + server.actualPort()));
    }

    private static void joins(ServerWebSocket socket) {
        if (socket.path().equals(ECHO)) {
            socket.textMessageHandler(socket::writeTextMessage);
            return;
        }
        Set<ServerWebSocket> room = ROOMS.computeIfAbsent(socket.path(), path -> ConcurrentHashMap.newKeySet());
        room.add(socket);
        socket.closeHandler(closed -> room.remove(socket));
        socket.textMessageHandler(text -> room.stream().filter(other -> other != socket).forEach(other -> other.writeTextMessage(text)));
    }
}
