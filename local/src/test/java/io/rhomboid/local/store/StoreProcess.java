package io.rhomboid.local.store;

import java.nio.file.Path;

/** A store in a process of its own, so that it can be killed. Prints its connection string. */
final class StoreProcess {

    private StoreProcess() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(LocalStore.start(Path.of(arguments[0]), 0).uri());
    }
}
