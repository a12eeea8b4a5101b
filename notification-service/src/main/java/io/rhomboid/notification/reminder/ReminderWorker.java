package io.rhomboid.notification.reminder;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static java.lang.System.Logger.Level.WARNING;

/** Takes what is due to the {@link ReminderDesk}, several batches at a time, until nothing is due any more. */
public final class ReminderWorker {

    private static final System.Logger log = System.getLogger(ReminderWorker.class.getName());

    private final Agenda agenda;
    private final Reminders reminders;
    private final ReminderDesk desk;
    private final int batch;
    private final int parallel;
    private volatile boolean prepared;

    /**
     * @param batch taken and told by the same writes
     * @param parallel batches at a time
     */
    public ReminderWorker(Agenda agenda, Reminders reminders, ReminderDesk desk, int batch, int parallel) {
        this.agenda = agenda;
        this.reminders = reminders;
        this.desk = desk;
        this.batch = batch;
        this.parallel = parallel;
    }

    /** What fails is left to whoever comes after its lease, and holds up no other. */
    public void round() throws InterruptedException {
        if (!prepared) {
            agenda.prepare();
            reminders.prepare();
            prepared = true;
        }
        for (var due = desk.due(batch * parallel); !due.isEmpty(); due = desk.due(batch * parallel)) {
            if (attend(due) == 0) return;
        }
    }

    /** How many batches could be worked on. */
    private int attend(List<Reminder> due) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        var done = new AtomicInteger();
        for (int from = 0; from < due.size(); from += batch) {
            var some = due.subList(from, Math.min(from + batch, due.size()));
            threads.add(Thread.ofVirtual().name("reminders").start(() -> {
                try {
                    desk.attend(some);
                    done.incrementAndGet();
                } catch (RuntimeException e) {
                    log.log(WARNING, "{0} reminders are left to whoever comes after their lease: {1}", some.size(), e);
                }
            }));
        }
        for (var thread : threads) thread.join();
        return done.get();
    }
}
