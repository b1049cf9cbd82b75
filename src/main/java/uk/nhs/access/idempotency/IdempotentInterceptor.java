package uk.nhs.access.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;

/** Stands before each {@link Idempotent} operation, behind the checks of who asks and of the request's shape. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class IdempotentInterceptor {

    private final KeyedRequests requests;
    private final OnceOnly onceOnly;

    IdempotentInterceptor(KeyedRequests requests, OnceOnly onceOnly) {
        this.requests = requests;
        this.onceOnly = onceOnly;
    }

    @AroundInvoke
    Object answer(InvocationContext operation) throws Exception {
        Optional<KeyedRequest> request = requests.current(operation);
        return request.isPresent() ? onceOnly.answer(request.get(), operation::proceed) : operation.proceed();
    }
}
