package io.rhomboid.testing.canary.running;

record Shell(ProcessBuilder asked) {

    static Shell saying(String text) {
        return new Shell(new ProcessBuilder("sh", "-c", text));
    }
}
