// A page of Vue: the guide's component, once for each calculator.

import { createApp, h, shallowRef } from "vue";
import Calculator from "./Calculator.vue";

const shown = shallowRef([]);
window.results = [];
window.show = (calculators) => { shown.value = calculators; };

const onResult = (result) => { window.results.push(result); };
createApp({
  render: () => shown.value.map((calculator, key) => h(Calculator, { key, calculator, onResult })),
}).mount("#root");
