// Shows the events of the frames on the demo page.
for (const type of ["ready", "result", "error"]) {
  document.addEventListener(`wengang-${type}`, (event) => {
    const line = document.createElement("li");
    line.textContent = JSON.stringify(event.detail);
    document.getElementById("messages").appendChild(line);
  });
}
