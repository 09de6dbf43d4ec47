package org.linli.standin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** SM3 (GB/T 32905-2016) and HMAC over it, written out here so that the stand-in does not borrow the server's. */
final class Sm3 {

    private static final int BLOCK = 64;
    private static final int[] START = {
        0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e
    };

    private Sm3() {}

    static String hex(byte[] message) {
        return HexFormat.of().formatHex(digest(message));
    }

    static String hmacHex(String key, String message) {
        return HexFormat.of()
                .formatHex(hmac(key.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] hmac(byte[] key, byte[] message) {
        var block = Arrays.copyOf(key.length > BLOCK ? digest(key) : key, BLOCK);
        return digest(joined(xored(block, 0x5c), digest(joined(xored(block, 0x36), message))));
    }

    static byte[] digest(byte[] message) {
        var padded = padded(message);
        var state = START.clone();
        for (var at = 0; at < padded.length; at += BLOCK) {
            compress(state, ByteBuffer.wrap(padded, at, BLOCK));
        }
        var out = ByteBuffer.allocate(32);
        for (var word : state) {
            out.putInt(word);
        }
        return out.array();
    }

    private static byte[] padded(byte[] message) {
        var length = (message.length + 8) / BLOCK * BLOCK + BLOCK;
        var padded = Arrays.copyOf(message, length);
        padded[message.length] = (byte) 0x80;
        ByteBuffer.wrap(padded).putLong(length - 8, message.length * 8L);
        return padded;
    }

    private static void compress(int[] state, ByteBuffer block) {
        var words = expanded(block);
        int a = state[0], b = state[1], c = state[2], d = state[3];
        int e = state[4], f = state[5], g = state[6], h = state[7];
        for (var round = 0; round < 64; round++) {
            var first = round < 16;
            var constant = Integer.rotateLeft(first ? 0x79cc4519 : 0x7a879d8a, round % 32);
            var ss1 = Integer.rotateLeft(Integer.rotateLeft(a, 12) + e + constant, 7);
            var ss2 = ss1 ^ Integer.rotateLeft(a, 12);
            var ff = first ? a ^ b ^ c : (a & b) | (a & c) | (b & c);
            var gg = first ? e ^ f ^ g : (e & f) | (~e & g);
            var tt1 = ff + d + ss2 + (words[round] ^ words[round + 4]);
            var tt2 = gg + h + ss1 + words[round];
            d = c;
            c = Integer.rotateLeft(b, 9);
            b = a;
            a = tt1;
            h = g;
            g = Integer.rotateLeft(f, 19);
            f = e;
            e = tt2 ^ Integer.rotateLeft(tt2, 9) ^ Integer.rotateLeft(tt2, 17);
        }
        int[] mixed = {a, b, c, d, e, f, g, h};
        for (var index = 0; index < 8; index++) {
            state[index] ^= mixed[index];
        }
    }

    private static int[] expanded(ByteBuffer block) {
        var words = new int[68];
        for (var index = 0; index < 16; index++) {
            words[index] = block.getInt();
        }
        for (var index = 16; index < 68; index++) {
            var x = words[index - 16] ^ words[index - 9] ^ Integer.rotateLeft(words[index - 3], 15);
            var p1 = x ^ Integer.rotateLeft(x, 15) ^ Integer.rotateLeft(x, 23);
            words[index] = p1 ^ Integer.rotateLeft(words[index - 13], 7) ^ words[index - 6];
        }
        return words;
    }

    private static byte[] xored(byte[] bytes, int pad) {
        var out = bytes.clone();
        for (var index = 0; index < out.length; index++) {
            out[index] ^= (byte) pad;
        }
        return out;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
