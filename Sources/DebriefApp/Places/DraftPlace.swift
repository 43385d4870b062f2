/// A place with fields: what is half typed there is kept as a draft when it is left.
protocol DraftPlace: Place {
  /// What its fields are for.
  var purpose: FormPurpose { get }
}

extension DraftPlace {
  var draftScope: String? { purpose.scope }

  mutating func leave(_ desk: inout Desk) -> [Request] {
    guard let draft else { return [.close] + dropped(&desk).map(Request.effect) }
    desk.drafts[draft.scope] = draft
    return [
      .close, .notice("Kept as a draft. Open it again to continue."),
      .effect(.saveDraft(draft, then: .reopens(self))),
    ]
  }

  func dropped(_ desk: inout Desk) -> [Effect] {
    desk.drafts[purpose.scope] = nil
    return [.discardDraft(scope: purpose.scope)]
  }
}
