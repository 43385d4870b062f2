extension Dossier {
  /// What the user would do differently, in their words, as long as no change to try says the same (A40).
  public var differently: String? {
    let said = responses.first {
      $0.debrief == debrief?.id && $0.item == "review.differently" && !$0.isSkipped
    }
    guard let words = said?.value.trimmed, !words.isEmpty,
      !improvements.contains(where: { $0.what == words })
    else { return nil }
    return words
  }
}
