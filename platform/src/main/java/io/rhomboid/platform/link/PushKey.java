package io.rhomboid.platform.link;

/** Reckons the key by which push services know us, so that it is in no database and the same on every instance. */
public final class PushKey {

    /** What is signed for it; nothing else that is signed is as short. */
    private static final byte[] MARK = {80};

    private final Seal seal;

    public PushKey(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /** 256 bits. */
    public byte[] key() {
        return seal.of(MARK);
    }
}
