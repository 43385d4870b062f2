import DebriefModel
import TUI

/// Before a cause that blames oneself is kept, one other is asked for in one line that a key passes
/// (A5). The words go into the same change, so that one undo takes both back.
extension App {
  /// The question a change leads to; nil when it makes no weakness of one's own.
  func rivalPrompt(
    _ change: Change, _ dossier: Dossier, then sequel: Sequel = .none
  ) -> PromptOverlay? {
    guard dossier.isDecided else { return nil }
    let reasons = desk.content.reasons
    let isWanted = change.operations.contains { operation in
      guard let finding = Recipe.newWeakness(operation) else { return false }
      return dossier.asksForRival(finding, reasons: reasons)
    }
    guard isWanted else { return nil }
    var prompt = PromptOverlay(App.rivalLabel) { line, _ in
      [.app { $0.answeredRival(line.field.text, change, then: sequel) }]
    }
    prompt.left = { _ in [.notice("Nothing changed.")] }
    prompt.words = "what else could explain it"
    return prompt
  }

  /// The same for what is made anywhere, of any application: one that is not open is read first. Nil
  /// when there is nothing to ask.
  mutating func rivalFirst(_ change: Change) -> [Effect]? {
    guard let it = change.operations.compactMap(Recipe.newWeakness).first else { return nil }
    guard screen != .home, let folder = desk.folder, folder.id == it.application else {
      return [.weigh(change, of: it.application)]
    }
    guard let prompt = rivalPrompt(change, folder.dossier) else { return nil }
    overlays.append(prompt)
    return []
  }

  /// The dossier came that such a change waits for. What is open stays open.
  mutating func weighed(_ change: Change, _ dossier: Dossier?) -> [Effect] {
    if let dossier, let prompt = rivalPrompt(change, dossier) {
      overlays.append(prompt)
      return []
    }
    notice = Notice(text: "Done: \(change.title). {undo} takes it back.")
    return kept(change, then: .none)
  }

  /// What was typed, or that nothing came to mind, goes with the change.
  private mutating func answeredRival(
    _ words: String, _ change: Change, then sequel: Sequel
  ) -> [Effect] {
    let isEmpty = words.allSatisfy(\.isWhitespace)
    let next =
      screen == .review
      ? "{review.verdict} shows what decided it." : "{undo} takes it back."
    notice = Notice(
      text: isEmpty ? "Saved. \(next)" : "Saved, with what else could explain it.")
    return kept(
      Recipe.rival(isEmpty ? VerdictReasons.nothingElse : words, in: change), then: sequel)
  }

  /// Makes the change; the form that led to it goes with it.
  private mutating func kept(_ change: Change, then sequel: Sequel) -> [Effect] {
    if let form = overlays.last as? FormOverlay, form.purpose.kind is CaptureForm {
      return finish(change)
    }
    return [.apply(change, then: sequel)]
  }

  /// What the line asks, as there is room for it.
  private static let rivalLabel: @Sendable (Int) -> String = { width in
    let long = "What else could explain it? (Enter: nothing comes to mind) "
    if TextWidth.columns(long) + 16 <= width { return long }
    return width >= 50 ? "What else could explain it? " : "What else? "
  }
}
