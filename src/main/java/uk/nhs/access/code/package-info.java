/**
 * Security codes: each is good for one purpose, one account and one destination, once.
 *
 * <p>A guess is counted before it is compared, and sending again never gives tries back.
 */
@NullMarked
package uk.nhs.access.code;

import org.jspecify.annotations.NullMarked;
