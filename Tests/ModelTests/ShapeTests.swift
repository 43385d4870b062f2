import Testing

@testable import DebriefModel

/// What a noun says of itself covers all it has: nothing else lists its properties.
@Suite(.timed) struct ShapeTests {
  @Test(arguments: Entity.Kind.allCases) func everyPropertyIsDeclaredOnceAndUnderItsName(
    _ kind: Entity.Kind
  ) throws { try everyProperty(kind.type) }

  private func everyProperty<N: Noun>(_ type: N.Type) throws {
    let isListed = ObjectIdentifier(N.kind.type) == ObjectIdentifier(type)
    let blank = try N.shape.read(example(type))
    let isItself = blank.entity.kind == N.kind && blank.entity.noun as? N == blank
    #expect(isListed && isItself)
    let labels = Mirror(reflecting: blank).children.compactMap(\.label)
    #expect(Set(labels) == Set(N.columns) && labels.count == N.columns.count)
    // Each path leads to the property of its name: of two nouns that differ in one column, one
    // property differs, and it is called so.
    for (place, field) in N.shape.fields.enumerated() {
      var values = example(type)
      values[place] = another(field)
      let other = try N.shape.read(values)
      let changed = zip(Mirror(reflecting: blank).children, Mirror(reflecting: other).children)
        .filter { "\($0.value)" != "\($1.value)" }.compactMap(\.0.label)
      #expect(changed == [field.name], "\(N.kind).\(field.name)")
      #expect(N.shape.values(other) == values, "\(N.kind).\(field.name)")
    }
  }

  /// Whoever says what became of two edits has a word for it.
  @Test(arguments: Entity.Kind.allCases) func whatBothCanChangeHasAWord(_ kind: Entity.Kind) {
    func check<N: Noun>(_ type: N.Type) {
      for field in N.shape.fields where field.words == nil {
        let isSealed = N.kind == .forecast || N.kind == .mark
        let isDate = field.name == "recorded" || field.name == "created"
        #expect(
          field.name == "id" || isDate || isSealed || field.merge.isPassing,
          "\(N.kind).\(field.name)")
      }
    }
    check(kind.type)
  }

  /// A text of which both sides are kept is read for names, unless it is one itself.
  @Test(arguments: Entity.Kind.allCases) func whatIsTypedIsMasked(_ kind: Entity.Kind) {
    func check<N: Noun>(_ type: N.Type) {
      for field in N.shape.fields where [.prose, .line, .grows, .answer].contains(field.merge) {
        #expect([.text, .name].contains(field.mask), "\(N.kind).\(field.name)")
      }
    }
    check(kind.type)
  }

  @Test func sampleDataIsMovedWithAllItsDays() throws {
    func check<N: Noun>(_ type: N.Type) throws {
      var archive = Archive()
      archive[type] = [try N.shape.read(example(type))]
      let moved = archive.shifted(days: 1, in: .utc)
      #expect(moved.shifted(days: -1, in: .utc) == archive)
      guard let before = archive[type].first, let after = moved[type].first else { return }
      let differ = zip(N.shape.fields, zip(N.shape.values(before), N.shape.values(after)))
        .filter { $1.0 != $1.1 }.map(\.0.name)
      let dated = N.shape.fields.filter { $0.kind == .day || $0.kind == .moment }.map(\.name)
      #expect(differ == dated, "\(N.kind)")
    }
    for kind in Entity.Kind.allCases { try check(kind.type) }
  }

  private func example<N: Noun>(_ type: N.Type) -> [FieldValue] {
    N.shape.fields.map { field in
      switch field.kind {
      case .text, .reference: .text("a")
      case .day: .text("2026-03-09")
      case .moment: .text("2026-03-09T14:05:00Z")
      case .number, .flag: .number(0)
      case .choice: field.choices?.first ?? .none
      case .parts: field.isRequired ? .text("[]") : .none
      }
    }
  }

  private func another<N: Noun>(_ field: Field<N>) -> FieldValue {
    switch field.kind {
    case .text, .reference: .text("b")
    case .day: .text("2026-03-10")
    case .moment: .text("2026-03-10T14:05:00Z")
    case .number, .flag: .number(1)
    case .choice: field.choices?.dropFirst().first ?? .none
    case .parts:
      switch field.name {
      case "people": .text(#"["c"]"#)
      case "parts", "ticks": .text(#"["action"]"#)
      case "three": .text(#"[{"reason":"r","text":"t"}]"#)
      case "evidence": .text(#"{"id":"c","kind":"turn"}"#)
      default: .text(#"[{"on":"2026-03-09","until":"2026-03-09T14:05:00Z"}]"#)
      }
    }
  }
}
