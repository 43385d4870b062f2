import DebriefModel
import TUI

/// What the three things say about the candidate, and what each leads on to (A46, A86).
extension FeedbackPane {
  /// Asks what a thing says; first which one, where there are several.
  func gapRequests(_ it: Feedback) -> [Request] {
    if it.three.count == 1 { return [.overlay(.picker(gapPicker(it, 0)))] }
    let options = it.three.enumerated().map { n, thing in
      PickerOption(
        id: "\(n)", title: "\(n + 1). \(thing.text)", detail: thing.gap?.label ?? "not thought over"
      )
    }
    return [
      .overlay(
        .picker(
          PickerOverlay(
            picker: Picker(title: "Which of the things?", options: options, filterable: false),
            purpose: .thing(feedback: it.id))))
    ]
  }

  private func gapPicker(_ it: Feedback, _ thing: Int) -> PickerOverlay {
    let next: [Feedback.Gap: String] = [
      .notAsked: "leads to a change: show it", .shownWeakly: "leads to a change: an example",
      .lacking: "leads to something to learn",
    ]
    var options = Feedback.Gap.allCases.map {
      PickerOption(id: $0.rawValue, title: "It is \($0.label)", detail: next[$0] ?? "")
    }
    options.append(PickerOption(id: "", title: "I cannot say yet"))
    return PickerOverlay(
      picker: Picker(title: it.three[thing].text, options: options, filterable: false),
      purpose: .gap(feedback: it.id, thing: thing))
  }

  /// A thing was picked: what does it say?
  func pickedThing(_ reply: ID, _ thing: Int, _ dossier: Dossier) -> [Request] {
    guard let it = dossier.feedback.first(where: { $0.id == reply }),
      it.three.indices.contains(thing)
    else { return [] }
    return [.overlay(.picker(gapPicker(it, thing)))]
  }

  /// What it says was picked: it is kept, and what it leads to is offered.
  func pickedGap(
    _ reply: ID, _ thing: Int, _ gap: Feedback.Gap?, _ dossier: Dossier
  ) -> [Request] {
    guard let it = dossier.feedback.first(where: { $0.id == reply }),
      it.three.indices.contains(thing)
    else { return [] }
    var next = it
    next.three[thing].gap = gap
    var requests: [Request] = []
    if next != it {
      requests.append(
        .effect(
          .apply(
            Change("say what a thing says", [.update(from: .feedback(it), to: .feedback(next))]))))
    }
    guard let gap else { return requests }
    requests.append(
      .form(
        .improvementFrom(dossier.application.id, feedback: reply, thing: thing, gap)))
    requests.append(
      .notice(
        gap == .lacking
          ? "Kept. ^S makes it something to learn, Esc leaves it."
          : "Kept. ^S makes it a change; an evidence summary, a letter, can follow."))
    return requests
  }
}
