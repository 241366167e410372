"""稳岗返还 as OpenFisca's own documentation writes variables. Figures come from policies/hebei/refund.toml."""

import numpy
from openfisca_core.entities import build_entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.periods import DateUnit
from openfisca_core.variables import Variable

Employer = build_entity(key="employer", plural="employers", label="Employer", is_person=True)


class Applicant(Enum):
    enterprise = "Enterprise"
    social_organization = "Social organization"
    foundation = "Foundation"
    social_service = "Social service"
    law_firm = "Law firm"
    accounting_firm = "Accounting firm"
    sole_trader = "Sole trader"
    public_institution = "Public institution"
    other = "Other"


class Size(Enum):
    large = "Large"
    medium = "Medium"
    small = "Small"
    micro = "Micro"


class applicant(Variable):
    value_type = Enum
    possible_values = Applicant
    default_value = Applicant.other
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Kind of employer"


class size(Variable):
    value_type = Enum
    possible_values = Size
    default_value = Size.large
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Size class"


class average_insured(Variable):
    value_type = float
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Persons insured on average"


class benefit_drawers(Variable):
    value_type = int
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Persons who drew the benefit"


class months_paid(Variable):
    value_type = int
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Months paid in full"


class premium(Variable):
    value_type = {{money}}
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Premiums paid"


class on_a_credit_list(Variable):
    value_type = bool
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Whether it is on a list of the credit platform"


class zombie(Variable):
    value_type = bool
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Whether it is being liquidated or cancelled"


class covered(Variable):
    value_type = bool
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Whether the rule covers that kind of employer"

    def formula(employer, period):
        kind = employer("applicant", period)
        return (kind != Applicant.public_institution) * (kind != Applicant.other)


class few_layoffs(Variable):
    value_type = bool
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Whether the layoff rate is within its limit"

    def formula(employer, period, parameters):
        refund = parameters(period).refund
        average = employer("average_insured", period)
        drawers = employer("benefit_drawers", period)
        is_small = average <= refund.small_employer_persons
        limit = numpy.where(is_small, refund.small_employer_limit, refund.control_target)
        return (drawers == 0) + (drawers * 100 <= average * limit)


class eligible(Variable):
    value_type = bool
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Whether the employer may have the refund"
    end = "{{to}}"

    def formula(employer, period, parameters):
        return (
            employer("covered", period)
            * (employer("months_paid", period) >= parameters(period).refund.fully_paid_months)
            * employer("few_layoffs", period)
            * ~employer("on_a_credit_list", period)
            * ~employer("zombie", period)
        )


class rate(Variable):
    value_type = float
    entity = Employer
    definition_period = DateUnit.DAY
    label = "Rate of the refund, in per cent"

    def formula(employer, period, parameters):
        refund = parameters(period).refund
        is_enterprise = employer("applicant", period) == Applicant.enterprise
        is_large = employer("size", period) == Size.large
        is_large_body = employer("average_insured", period) >= refund.body_persons
        of_enterprise = numpy.where(is_large, refund.large, refund.smaller)
        of_body = numpy.where(is_large_body, refund.body_large, refund.body_small)
        return numpy.where(is_enterprise, of_enterprise, of_body)


class refund(Variable):
    value_type = {{money}}
    entity = Employer
    definition_period = DateUnit.DAY
    label = "The refund"
    end = "{{to}}"

    def formula(employer, period):
        exact = employer("premium", period) * employer("rate", period) / 100
        return employer("eligible", period) * numpy.floor(exact * {{units}} + 0.5) / {{units}}
