package org.panelhub.bench;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A connection to each side for each client, kept open throughout. */
final class Lines implements AutoCloseable {

    private final Map<Side, List<Line>> all = new EnumMap<>(Side.class);

    Lines(Served... hubs) {
        for (Served hub : hubs) {
            all.put(hub.side(), IntStream.range(0, Load.CLIENTS).mapToObj(client -> new Line(hub.port())).toList());
        }
    }

    Line of(Side side, int client) {
        return all.get(side).get(client);
    }

    @Override
    public void close() throws IOException {
        for (List<Line> lines : all.values()) {
            for (Line line : lines) {
                line.close();
            }
        }
    }
}
