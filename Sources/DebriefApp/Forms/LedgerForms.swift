import DebriefModel
import TUI

/// The small forms of the ledger: a sealed forecast, a day they named, what is next elsewhere.
extension FormPurpose {
  func forecastForm(_ context: FormContext) -> Form {
    Form(
      title: "Seal a forecast",
      fields: [
        FormField(
          id: "ask", label: "",
          kind: .note("How likely is it that they go on with you? Once sealed it stays.")),
        FormField(
          id: "chance", label: "Chance in percent", kind: .line, hint: "1 to 99; 50 says nothing",
          required: true),
      ], submitTitle: "Seal it")
  }

  func saveForecast(
    _ id: ID, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let dossier = context.dossier, dossier.application.id == id else {
      throw FormFault(field: "chance", message: "Open the application again, then seal it.")
    }
    if let refusal = ForecastRules.refusal(dossier, now: context.now) {
      throw FormFault(field: "chance", message: refusal)
    }
    guard let chance = try values.number("chance", 1...99) else {
      throw FormFault(field: "chance", message: "Write a number from 1 to 99.")
    }
    return ForecastRules.seal(chance, dossier, ids: &ids, now: context.now)
  }

  func promisedForm(_ context: FormContext) -> Form {
    Form(
      title: "They named a day",
      fields: [
        FormField(
          id: "due", label: "Answer by", kind: .line, hint: "fri, 3 apr, in 2 weeks",
          required: true),
        FormField(
          id: "from", label: "Who said it", kind: .line,
          value: context.dossier?.people.first?.name ?? ""),
        FormField(
          id: "on", label: "Said on", kind: .line,
          hint: "empty for today; or yesterday, fri, 3 mar"),
        FormField(
          id: "words", label: "Their words", kind: .lines(rows: 2),
          hint: "when the wording matters"),
      ])
  }

  func savePromised(
    _ id: ID, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let due = try values.day("due", .future) else {
      throw FormFault(field: "due", message: "Write the day they named.")
    }
    let on = try values.day("on") ?? context.now.day
    if due < on {
      throw FormFault(field: "due", message: "They cannot have named a day that was over.")
    }
    let person = PeopleLookup.one(
      named: values.line("from"), among: context.dossier?.people ?? [])?.id
    return Recipe.promised(
      due, application: id, on: on, person: person, words: values.line("words"), ids: &ids,
      now: context.now)
  }

  func nextForm(_ live: ID, _ context: FormContext) -> Form {
    let it = context.live.first { $0.id == live }
    return Form(
      title: "Next for \(it?.company ?? "another application")",
      fields: [
        FormField(id: "now", label: "As it stands", kind: .note(it?.next ?? "")),
        FormField(
          id: "what", label: "What you will do", kind: .line, hint: "the next small thing",
          required: true),
        FormField(
          id: "when", label: "When", kind: .line, hint: "empty for tomorrow; or fri, in 3 days"),
      ])
  }

  func saveNext(
    _ live: ID, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let it = context.live.first(where: { $0.id == live }) else {
      throw FormFault(
        field: "what", message: "That application is not at hand; Esc keeps the text.")
    }
    let what = values.line("what")
    if what.isEmpty { throw FormFault(field: "what", message: "Write what you will do.") }
    let day = try values.day("when", .future) ?? context.now.day.adding(days: 1)
    var change = Recipe.next(what, on: day, application: live, ids: &ids, now: context.now)
    if let wizard = context.wizard,
      let entry = wizard.entries.first(where: { $0.item.id == LiveApplication.item })
    {
      let answer = wizard.answer(
        entry, value: "\(it.company): \(what)", id: ids.draw(), now: context.now)
      change.operations += answer.operations
    }
    return change
  }
}
