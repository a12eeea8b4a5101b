package io.rhomboid.platform.store;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerException;
import com.mongodb.MongoWriteConcernException;

/** Tells a store that is away from a store that says no. */
public final class StoreFaults {

    private StoreFaults() {}

    /** Whether the same call may well succeed later: it is down, stepping down or too slow. */
    public static boolean isAway(Throwable fault) {
        return switch (fault) {
            case MongoNotPrimaryException _, MongoNodeIsRecoveringException _, MongoWriteConcernException _ -> true;
            case MongoServerException e ->
                e.hasErrorLabel("RetryableWriteError")
                        || ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.EXECUTION_TIMEOUT;
            // No connection, no primary, no answer in time.
            case MongoException _ -> true;
            default -> false;
        };
    }

    /** Whether a write lost against a unique index. */
    public static boolean isDuplicate(MongoException fault) {
        return ErrorCategory.fromErrorCode(fault.getCode()) == ErrorCategory.DUPLICATE_KEY;
    }
}
