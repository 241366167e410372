//! The figures of the answer.

use crate::assessment::{BoundFound, FigureFound};
use crate::error::NoValue;
use crate::evaluate::{Known, Scene};
use crate::expression::{Binary, Expr};
use crate::pack::{BoundRow, DomainId, ResultField, ResultForm};
use crate::value::{OptionId, Value};

/// The figures that are settled.
pub(super) fn all(scene: &Scene<'_>, fields: &[ResultField]) -> Result<Vec<(String, FigureFound)>, NoValue> {
    let mut found = Vec::new();
    for field in fields {
        let Known::Value(value) = scene.evaluate(&field.value).known else { continue };
        found.push((field.id.clone(), figure(scene, &field.form, &value)?));
    }
    Ok(found)
}

fn figure(scene: &Scene<'_>, form: &ResultForm, value: &Value) -> Result<FigureFound, NoValue> {
    match (form, value) {
        (ResultForm::Decimal, Value::Ratio(share)) => Ok(FigureFound::Decimal(share.decimal()?)),
        (ResultForm::Decimal, Value::Money(amount)) => Ok(FigureFound::Decimal(amount.rounded()?.to_string())),
        (ResultForm::Fraction(limit), Value::Ratio(share)) => Ok(FigureFound::Fraction {
            numerator: share.get().numerator(),
            denominator: share.get().denominator(),
            percent: scene.percent(*share, limit.as_ref())?.digits,
        }),
        (ResultForm::Option(domain), Value::Choice(option)) => option_id(scene, *domain, *option),
        (ResultForm::Bounds(rows), _) => {
            let listed = rows.iter().filter(|row| row.when.as_ref().is_none_or(|when| scene.surely(when)));
            Ok(FigureFound::Bounds(listed.map(|row| bound(scene, row)).collect::<Result<_, _>>()?))
        }
        (ResultForm::Whole, number) => match number.number().map(|(_, number)| number.reduced()) {
            Some(number) if number.denominator() == 1 => Ok(FigureFound::Whole(number.numerator())),
            _ => Err(NoValue::DamagedPack),
        },
        _ => Err(NoValue::DamagedPack),
    }
}

fn option_id(scene: &Scene<'_>, domain: DomainId, option: OptionId) -> Result<FigureFound, NoValue> {
    let option = scene.measure.option(domain, option);
    option.map(|option| FigureFound::Word(option.id.clone())).ok_or(NoValue::DamagedPack)
}

fn bound(scene: &Scene<'_>, row: &BoundRow) -> Result<BoundFound, NoValue> {
    let Known::Value(bound) = scene.evaluate(&row.least).known else { return Err(NoValue::DamagedPack) };
    let is_reached = Expr::Binary(Binary::AtLeast, Expr::Fact(row.fact).into(), Expr::Literal(bound.clone()).into());
    let met = match scene.evaluate(&is_reached).known {
        Known::Value(value) => value.truth(),
        Known::OneOf(_) | Known::Open | Known::NoValue(_) => None,
    };
    Ok(BoundFound { fact: row.fact, bound, met, of: row.of.clone() })
}
