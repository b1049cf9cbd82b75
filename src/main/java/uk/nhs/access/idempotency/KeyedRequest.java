package uk.nhs.access.idempotency;

import java.util.List;

/**
 * A request that came with a key, under names that tell nothing of it. It has one of each of the service's keys, so that it is
 * known again while these are changed, and by replicas of which some go by another one.
 *
 * @param names beginning with that of the current key, by which its answer is kept
 */
record KeyedRequest(List<Name> names) {

    /**
     * What the request is called under one key.
     *
     * @param id stands for the caller, the operation and the key
     * @param body stands for what is asked
     */
    record Name(String id, String body) {}

    String id() {
        return names.get(0).id();
    }

    String body() {
        return names.get(0).body();
    }

    /** In one order for everybody, so that two who take them all wait for each other at the first one. */
    List<String> ids() {
        return names.stream().map(Name::id).sorted().toList();
    }

    /** Whether this stands for what is asked, under any of the keys. */
    boolean asks(String body) {
        return names.stream().anyMatch(name -> name.body().equals(body));
    }
}
