package uk.nhs.access.packaged;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** A message of Protocol Buffers, as it came: its fields by their numbers. */
record Protobuf(List<Field> fields) {

    /** A number, or bytes: which of them, the schema says. */
    record Field(int number, long value, byte[] bytes) {}

    static Protobuf read(byte[] message) {
        ByteBuffer in = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        List<Field> fields = new ArrayList<>();
        while (in.hasRemaining()) {
            long key = varint(in);
            int number = (int) (key >>> 3);
            fields.add(
                    switch ((int) key & 7) {
                        case 0 -> new Field(number, varint(in), new byte[0]);
                        case 1 -> new Field(number, in.getLong(), new byte[0]);
                        case 2 -> new Field(number, 0, bytes(in));
                        case 5 -> new Field(number, in.getInt(), new byte[0]);
                        default -> throw new IllegalStateException("No wire type of today: " + key);
                    });
        }
        return new Protobuf(fields);
    }

    Stream<Protobuf> messages(int number) {
        return all(number).map(field -> read(field.bytes()));
    }

    String text(int number) {
        return all(number)
                .map(field -> new String(field.bytes(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    String hex(int number) {
        return all(number)
                .map(field -> HexFormat.of().formatHex(field.bytes()))
                .findFirst()
                .orElse("");
    }

    long number(int number) {
        return all(number).mapToLong(Field::value).findFirst().orElse(0);
    }

    private Stream<Field> all(int number) {
        return fields.stream().filter(field -> field.number() == number);
    }

    private static byte[] bytes(ByteBuffer in) {
        byte[] bytes = new byte[(int) varint(in)];
        in.get(bytes);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
