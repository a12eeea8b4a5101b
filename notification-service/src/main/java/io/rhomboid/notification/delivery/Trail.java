package io.rhomboid.notification.delivery;

import java.util.function.UnaryOperator;

/** What is being done on this thread, as far as it is followed; what comes of it on another is to be part of it. */
public interface Trail {

    /** Nothing is followed. */
    Trail NONE = UnaryOperator::identity;

    /** Makes work, whenever and wherever it is done, a part of what is being done here and now. */
    UnaryOperator<Runnable> here();
}
