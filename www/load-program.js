// Loads the program of a document that has its own: the script and the wasm that the links in <head> name.

const addressOf = (selector) => document.querySelector(selector).href;

/** Returns a function that starts the program, once both files are here. */
export async function loadProgram() {
  const [program, bytes] = await Promise.all([
    import(addressOf("link[rel=modulepreload]")),
    // With the same mode as the preload link: otherwise WebKit loads it twice. Not streamed: some browsers break streaming
    // compilation.
    fetch(addressOf("link[rel=preload][as=fetch]"), { mode: "no-cors", credentials: "include" })
      .then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${response.url}`);
        return response.arrayBuffer();
      }),
  ]);
  return () => program.default({ module_or_path: bytes });
}
