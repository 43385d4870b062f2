import DebriefModel

extension DossierText {
  /// What was made ready for the talks, a section for each kind of thing.
  mutating func preparation() {
    for kind in Preparation.Kind.allCases {
      let all = dossier.preparations.filter { $0.kind == kind }
      if all.isEmpty { continue }
      section("Preparation: \(kind.label)")
      if kind == .company {
        let file = PreparationRules.completeness(dossier, now: now)
        item("", "\(file.percent)% complete\(file.frozen ? " when the interview began" : "")")
      }
      for it in all {
        item("-", it.text)
        item("", about(it), indent: 4)
        field(kind == .question ? "their answer" : "more", it.detail, indent: 4)
      }
    }
  }

  private func about(_ it: Preparation) -> String {
    let years = PreparationRules.experience(it)
    return list([
      Preparation.label(it.state, it.kind), date(it.done, after: "on"),
      date(it.due, after: "due"), it.ratings, it.delivery?.label,
      it.required.map { "\($0) \($0 == 1 ? "year" : "years") asked for" },
      it.held.map { "you have \($0)" }, years == .right ? nil : years?.rawValue,
    ])
  }
}
