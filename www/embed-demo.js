// Shows on the demo page what the frames tell.
for (const type of ["ready", "result", "error"]) {
  document.addEventListener(`wengang-${type}`, (event) => {
    const line = document.createElement("li");
    line.textContent = JSON.stringify(event.detail);
    document.getElementById("messages").appendChild(line);
  });
}
