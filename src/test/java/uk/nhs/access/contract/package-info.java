/**
 * Holds every request and answer to {@code openapi.yaml}: the schemas, and what else the contract promises.
 *
 * <p>Nothing here knows the service. A test registers {@link uk.nhs.access.contract.ContractFilter} and goes on as usual.
 */
@NullMarked
package uk.nhs.access.contract;

import org.jspecify.annotations.NullMarked;
