// How much is tried: a sample in the gate, everything in `cargo xtask test all`.

/** Whether everything is tried; the only place where the tests of Node ask. */
export const isAll = process.env.WENGANG_TESTS === "all";

/** The first in the gate, the second where everything is tried. */
export const sample = (gate, all) => (isAll ? all : gate);
