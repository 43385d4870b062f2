import DebriefModel

/// Reads `questions.yaml`.
enum QuestionsFile {
  static let name = "questions.yaml"

  /// The questions of a file. Those of `base` come first, those of the same id are replaced when
  /// the file says `extends: true`; without it the file stands alone.
  static func read(
    _ text: String, file: String, base: [BankQuestion]
  ) -> (questions: [BankQuestion], faults: [Fault]) {
    let reader = Reader(file: file)
    guard let root = reader.root(of: text),
      let fields = reader.fields(root, "a question bank", ["questions", "extends"])
    else { return (base, reader.faults) }
    if !fields.has("questions") { reader.fault(fields.line, "a question bank needs `questions`") }
    var questions = fields.flag("extends") ? base : []
    var seen: Set<String> = []
    for node in reader.list(fields.node("questions"), "questions") {
      guard let question = question(node, reader) else { continue }
      if !seen.insert(question.id).inserted {
        reader.fault(node.line, "the question `\(question.id)` appears twice")
      }
      if let place = questions.firstIndex(where: { $0.id == question.id }) {
        questions[place] = question
      } else {
        questions.append(question)
      }
    }
    return (questions, reader.faults)
  }

  private static func question(_ node: Yaml, _ reader: Reader) -> BankQuestion? {
    guard
      let fields = reader.fields(
        node, "a question", ["id", "side", "ask", "was", "hint", "tags", "advice", "source"])
    else { return nil }
    if !fields.has("side") { reader.fault(fields.line, "a question needs `side`") }
    var question = BankQuestion(
      id: fields.need("id"), side: fields.word("side", of: BankQuestion.Side.self) ?? .oneself,
      ask: fields.need("ask"), hint: fields.text("hint") ?? "", tags: fields.texts("tags"),
      advice: fields.texts("advice"), source: fields.text("source") ?? "")
    question.was = fields.texts("was")
    return question
  }
}
