// Waiting for what a browser shows in its own time.

const PATIENCE_MS = 5000;

/** Resolves once `check` no longer throws; throws its last error when patience ends. */
export async function eventually(check, patience = PATIENCE_MS) {
  // With anything else it would never end.
  if (!Number.isFinite(patience)) throw new TypeError(`patience is a number of milliseconds, not ${patience}`);
  for (const end = Date.now() + patience; ;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }
}
