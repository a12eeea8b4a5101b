package io.rhomboid.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Two sides in turn, A B B A, so that both meet the same machine: what a neighbour takes from one he takes from the
 * other.
 *
 * <p>A round whose reference was not the same before and after does not count, nor does one that began under load, as
 * long as enough others are left; nothing is tried for ever.
 *
 * @param ratios subject by reference, of each round that counts
 * @param subjects of each round that counts
 * @param dropped how many do not
 * @param busy whether the rounds had to be taken under load all the same
 */
record Rounds(List<Double> ratios, List<Double> references, List<Double> subjects, int dropped, boolean busy) {

    /** Fewer are for trying out whether the bench works. */
    private static final int WANTED = Report.ROUNDS;

    private static final int ENOUGH = Math.min(5, WANTED);
    private static final int TRIES = WANTED + 5;

    /** How far the reference may move within one round. */
    private static final double WANDERING = 1.25;

    private record Round(double reference, double subject, double wandering, boolean busy) {

        boolean counts() {
            return !busy && wandering <= WANDERING;
        }
    }

    static Rounds of(Callable<Double> reference, Callable<Double> subject) throws Exception {
        var all = new ArrayList<Round>();
        while (all.size() < TRIES && all.stream().filter(Round::counts).count() < WANTED) {
            // When there can't be enough any more that count, as few as possible.
            if (all.size() >= WANTED && all.stream().noneMatch(Round::counts)) break;
            boolean busy = Machine.isBusy(Machine.coresAtWork());
            double a1 = reference.call();
            double b1 = subject.call();
            double b2 = subject.call();
            double a2 = reference.call();
            all.add(new Round((a1 + a2) / 2, (b1 + b2) / 2, Math.max(a1, a2) / Math.min(a1, a2), busy));
        }
        var good = all.stream().filter(Round::counts).toList();
        var used = good.size() >= ENOUGH ? good : all;
        return new Rounds(
                used.stream().map(round -> round.subject / round.reference).toList(),
                used.stream().map(Round::reference).toList(),
                used.stream().map(Round::subject).toList(),
                all.size() - used.size(),
                used != good);
    }
}
