"""OpenFisca-Core in a process of its own: python openfisca.py RULES. The same commands as host.mjs."""

import json
import sys
import time
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from urllib.parse import urlparse

import numpy
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

# The names of the facts, and how each is read.
FACTS = {
    "applicant": ("applicant", lambda code: code.replace("-", "_")),
    "size": ("size", str),
    "averageInsured": ("average_insured", float),
    "benefitDrawers": ("benefit_drawers", int),
    "fullyPaidMonths": ("months_paid", int),
    "premiumPaid": ("premium", float),
    "creditListings": ("on_a_credit_list", bool),
    "zombie": ("zombie", bool),
}


def system(rules):
    spec = spec_from_file_location("variables", rules / "variables.py")
    variables = module_from_spec(spec)
    spec.loader.exec_module(variables)
    written = [item for item in vars(variables).values() if isinstance(item, type) and issubclass(item, Variable)]
    built = TaxBenefitSystem([variables.Employer])
    built.load_parameters(str(rules / "parameters"))
    built.add_variables(*(variable for variable in written if variable is not Variable))
    return built


SYSTEM = system(Path(urlparse(sys.argv[1]).path) / "openfisca")


def prepare(facts):
    told = {FACTS[name][0]: FACTS[name][1](value) for name, value in facts.items() if name in FACTS}
    day = facts["asOf"]
    return day, {"employers": {"it": {name: {day: value} for name, value in told.items()}}}


def evaluate(prepared):
    """One case with its explanation: the simulation's trace."""
    day, situation = prepared
    simulation = SimulationBuilder().build_from_entities(SYSTEM, situation)
    simulation.trace = True
    return simulation.calculate("eligible", day)[0], simulation.calculate("refund", day)[0]


def read(answer):
    eligible, refund = answer
    return {"outcome": "eligible" if eligible else "ineligible", "amount": float(refund)}


def answers(cases):
    def answer(facts):
        try:
            return read(evaluate(prepare(facts)))
        except Exception as error:  # noqa: BLE001 - an exception is the answer of its case
            return {"outcome": "error", "amount": None, "error": str(error)[:200]}

    return {"answers": [answer(facts) for facts in cases]}


def one(facts, forMs):  # noqa: N803 - the name of the command's word
    prepared = prepare(facts)
    start, worked = time.perf_counter(), time.process_time()
    times, ms = 0, 0.0
    while ms < forMs:
        evaluate(prepared)
        times += 1
        ms = (time.perf_counter() - start) * 1000
    return {"us": ms * 1000 / times, "cpuUs": (time.process_time() - worked) * 1_000_000 / times}


def rows(cases, times):
    """All rows in one simulation, as OpenFisca is made for: a column a fact, without a trace."""
    day = cases[0]["asOf"]
    columns = {
        name: numpy.tile(numpy.array([convert(case[key]) for case in cases]), times)
        for key, (name, convert) in FACTS.items()
    }
    start = time.perf_counter()
    simulation = SimulationBuilder().build_default_simulation(SYSTEM, count=len(cases) * times)
    for name, column in columns.items():
        simulation.set_input(name, day, column)
    eligible = simulation.calculate("eligible", day)
    simulation.calculate("refund", day)
    ms = (time.perf_counter() - start) * 1000
    return {"ms": ms, "eligible": int(eligible.sum())}


COMMANDS = {"answers": answers, "one": one, "rows": rows}
for line in sys.stdin:
    words = json.loads(line)
    print(json.dumps(COMMANDS[words.pop("command")](**words)), flush=True)
