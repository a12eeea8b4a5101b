package io.rhomboid.keeping;

/**
 * What a collection has in it.
 *
 * @param bytes of its documents as BSON, not of a file
 * @param sum of the SHA-256 of each document, modulo 2^256, in hexadecimal: the same in whatever order they are read
 */
record Contents(long documents, long bytes, String sum) {}
