import TUI

extension PromptOverlay {
  /// The words the list of applications is narrowed by, while they are typed.
  static func filter(_ words: String) -> PromptOverlay {
    var prompt = PromptOverlay("search: ", words, kind: .filter) { _, _ in [] }
    prompt.isReplaced = !words.isEmpty
    prompt.typed = { words, _ in [narrow(words)] }
    prompt.left = { _ in [narrow("")] }
    return prompt
  }

  private static func narrow(_ words: String) -> Request {
    .with(Home.self) { home, desk in
      if home.filter == words { return [] }
      if words.isEmpty { home.showAll() } else { home.filter = words }
      return [.effect(.loadShelf(home.request(.top, size: desk.size)))]
    }
  }
}
