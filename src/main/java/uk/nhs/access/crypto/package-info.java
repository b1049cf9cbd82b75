/**
 * Everything secret: random codes and tokens, keyed hashes, sealing, and the keys, which have ids and can be rotated.
 *
 * <p>No other room touches randomness, hashes or keys. Nothing here is ever written to a log.
 */
@NullMarked
package uk.nhs.access.crypto;

import org.jspecify.annotations.NullMarked;
