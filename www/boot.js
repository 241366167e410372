// Starts the calculator: loads the two files that the links in <head> name.
// The page itself sets data-state="ready" on <html> once its first screen stands.

const PATIENCE_MS = 8000;

function tell(sentence) {
  const line = document.getElementById("boot");
  // Without the line the page already stands and speaks for itself.
  if (line) line.textContent = sentence;
}

function addressOf(selector) {
  return document.querySelector(selector).href;
}

async function bytesOf(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.arrayBuffer();
}

async function start() {
  const [app, bytes] = await Promise.all([
    import(addressOf("link[rel=modulepreload]")),
    // Not streamed: some in-app browsers break streaming compilation.
    bytesOf(addressOf("link[rel=preload][as=fetch]")),
  ]);
  await app.default({ module_or_path: bytes });
}

setTimeout(() => tell("打开得有点慢。可以再等一会儿，或刷新页面再试。"), PATIENCE_MS);
start().catch((error) => {
  console.error(error);
  tell("这个浏览器打不开测算页面。请刷新再试，或换一个浏览器，也可以拨打 12333 咨询。");
});
