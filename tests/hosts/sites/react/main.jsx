// A page of React in its strict mode: the guide's component, once for each calculator, and one that a program mounts.

import { StrictMode, useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { Calculator } from "./Calculator.jsx";

window.results = [];
window.effects = 0;
const onResult = (result) => { window.results.push(result); };

function Mounted({ calculator }) {
  const place = useRef(null);
  useEffect(() => {
    window.effects += 1;
    const mounted = window.WengangEmbed.mount(place.current, { calculator });
    return () => mounted.destroy();
  }, [calculator]);
  return <div ref={place} />;
}

function Page() {
  const [shown, show] = useState([]);
  const [mounted, mount] = useState(null);
  Object.assign(window, { show, mount });
  return (
    <>
      {shown.map((calculator, key) => <Calculator key={key} calculator={calculator} onResult={onResult} />)}
      {mounted && <Mounted calculator={mounted} />}
    </>
  );
}

createRoot(document.getElementById("root")).render(<StrictMode><Page /></StrictMode>);
