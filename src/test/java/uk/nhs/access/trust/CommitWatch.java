package uk.nhs.access.trust;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Reads along what one client says to PostgreSQL (protocol 3.0), as far as it takes to notice that it commits. */
final class CommitWatch {

    private static final int PROTOCOL_3 = 196_608;
    private static final int TYPE = 1;

    /** PostgreSQL refuses a longer first message: then this is another protocol, in which nobody commits. */
    private static final int LONGEST_GREETING = 10_000;

    private byte[] pending = new byte[0];
    private boolean started;
    private boolean foreign;
    private final Set<String> commits = new HashSet<>();

    /** Whether these bytes complete a message that commits. */
    boolean commitsWith(byte[] bytes, int length) {
        byte[] all = Arrays.copyOf(pending, pending.length + length);
        System.arraycopy(bytes, 0, all, pending.length, length);
        ByteBuffer buffer = ByteBuffer.wrap(all);
        boolean found = false;
        foreign |= !started && all.length >= Integer.BYTES && buffer.getInt(0) > LONGEST_GREETING;
        while (!foreign && isWhole(buffer)) {
            found |= started ? isCommit(buffer) : greets(buffer);
        }
        pending = foreign ? new byte[0] : Arrays.copyOfRange(all, buffer.position(), all.length);
        return found;
    }

    private boolean isWhole(ByteBuffer buffer) {
        int type = started ? TYPE : 0;
        return buffer.remaining() >= type + Integer.BYTES
                && buffer.remaining() >= type + buffer.getInt(buffer.position() + type);
    }

    /** The first messages have no type; those before the last of them ask for TLS. */
    private boolean greets(ByteBuffer buffer) {
        int length = buffer.getInt();
        started = buffer.getInt() == PROTOCOL_3;
        buffer.position(buffer.position() + length - 2 * Integer.BYTES);
        return false;
    }

    private boolean isCommit(ByteBuffer buffer) {
        char type = (char) buffer.get();
        int end = buffer.position() + buffer.getInt(buffer.position());
        buffer.getInt();
        boolean found = switch (type) {
            case 'Q' -> isCommit(text(buffer));
            case 'P' -> {
                prepare(text(buffer), text(buffer));
                yield false;
            }
            case 'B' -> {
                text(buffer);
                yield commits.contains(text(buffer));
            }
            default -> false;
        };
        buffer.position(end);
        return found;
    }

    private void prepare(String name, String sql) {
        if (isCommit(sql)) {
            commits.add(name);
        } else {
            commits.remove(name);
        }
    }

    private static boolean isCommit(String sql) {
        return sql.strip().equalsIgnoreCase("COMMIT");
    }

    private static String text(ByteBuffer buffer) {
        int start = buffer.position();
        while (buffer.get() != 0) {}
        return new String(buffer.array(), start, buffer.position() - 1 - start, StandardCharsets.UTF_8);
    }
}
