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
    private final SlowlyOnce slowlyOnce;

    IdempotentInterceptor(KeyedRequests requests, OnceOnly onceOnly, SlowlyOnce slowlyOnce) {
        this.requests = requests;
        this.onceOnly = onceOnly;
        this.slowlyOnce = slowlyOnce;
    }

    @AroundInvoke
    Object answer(InvocationContext operation) throws Exception {
        Optional<KeyedRequest> request = requests.current(operation);
        if (request.isEmpty()) {
            return operation.proceed();
        }
        return operation.getMethod().getAnnotation(Idempotent.class).slow()
                ? slowlyOnce.answer(request.get(), operation::proceed)
                : onceOnly.answer(request.get(), operation::proceed);
    }
}
