package io.rhomboid.notification.reminder;

import java.util.List;
import java.util.concurrent.Semaphore;

import static java.lang.System.Logger.Level.WARNING;

/** Takes what is due to the {@link ReminderDesk}, several at a time, until nothing is due any more. */
public final class ReminderWorker {

    private static final System.Logger log = System.getLogger(ReminderWorker.class.getName());

    private final Agenda agenda;
    private final Reminders reminders;
    private final ReminderDesk desk;
    private final Runnable wake;
    private final int batch;
    private final int parallel;
    private volatile boolean prepared;

    /** @param wake called when there is something to send */
    public ReminderWorker(
            Agenda agenda, Reminders reminders, ReminderDesk desk, Runnable wake, int batch, int parallel) {
        this.agenda = agenda;
        this.reminders = reminders;
        this.desk = desk;
        this.wake = wake;
        this.batch = batch;
        this.parallel = parallel;
    }

    /** One that fails is left to whoever comes after its lease, and holds up no other. */
    public void round() throws InterruptedException {
        if (!prepared) {
            agenda.prepare();
            reminders.prepare();
            prepared = true;
        }
        for (var due = desk.due(batch); !due.isEmpty(); due = desk.due(batch)) {
            if (attend(due) == 0) return;
            wake.run();
        }
    }

    /** How many could be worked on. */
    private int attend(List<Reminder> due) throws InterruptedException {
        var slots = new Semaphore(parallel);
        var done = new java.util.concurrent.atomic.AtomicInteger();
        for (var reminder : due) {
            slots.acquire();
            Thread.ofVirtual().name("reminder").start(() -> {
                try {
                    desk.attend(reminder);
                    done.incrementAndGet();
                } catch (RuntimeException e) {
                    log.log(
                            WARNING,
                            "Reminder {0} is left to whoever comes after its lease: {1}",
                            reminder.id(),
                            e.toString());
                } finally {
                    slots.release();
                }
            });
        }
        slots.acquire(parallel);
        return done.get();
    }
}
