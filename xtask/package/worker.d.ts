// A worker: it exports nothing.

export {};
