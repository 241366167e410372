// A page without a framework: one tag for each calculator.

const root = document.getElementById("root");
window.results = [];

window.show = (calculators) => {
  while (root.children.length > calculators.length) root.lastElementChild.remove();
  for (const [index, calculator] of calculators.entries()) {
    let tag = root.children[index];
    if (!tag) {
      tag = document.createElement("wengang-calculator");
      tag.setAttribute("result", "");
      tag.append("请拨打 12333");
      tag.addEventListener("wengang-result", ({ detail }) => { window.results.push(detail); });
    }
    tag.setAttribute("calculator", calculator);
    if (!tag.isConnected) root.append(tag);
  }
};
window.show([]);
