import DebriefModel
import TUI

/// The reply as one fills it in while listening on the telephone: their words first (A78).
struct CallForm: FormKind {
  static let name = "call"

  /// What it fills in.
  let reply: ReplyForm

  var application: ID? { reply.id }
  var scope: [String] { reply.scope }
  var label: String { "what they said on the phone" }
  var mainField: String { "verbatim" }
  var dayField: String { "received" }

  /// What to ask on the telephone, in this order; the answers are only taken down (A65, A78).
  private static let words = """
    Thank them for their time first. Then ask a question or two, one at a time:
    1 How did my skills compare with what you needed?
    2 Where would more experience have helped most?
    3 How did you see me fitting into the team?
    4 What would have made my case stronger?
    5 Which three things held me back most?
    Let them talk, and write it down. All you need to say is thank you.
    """

  func days(_ context: FormContext) -> [String: FormDay] { reply.days(context) }

  func form(_ context: FormContext) -> Form {
    let fields = reply.form(context).fields
    var order = ["kept", "verbatim"]
    order += (0..<3).map { "thing\($0)" }
    order += [
      "qualification", "aspect", "fit", "comparison", "from", "channel", "received", "tone",
    ]
    order += ["candour"]
    order += (0..<3).flatMap { ["reason\($0)", "gap\($0)", "example\($0)", "proof\($0)"] }
    var call = [FormField(id: "ask", label: "", kind: .note(Self.words))]
    for id in order {
      guard var field = fields.first(where: { $0.id == id }) else { continue }
      // What is asked on the phone is never folded away.
      if ["qualification", "aspect", "fit", "comparison"].contains(id) { field.isSeldom = false }
      if id == "verbatim" { field.kind = .lines(rows: 6) }
      if id == "channel" { field.value = Channel.phone.rawValue }
      if field.label.hasPrefix("… "), let n = id.last?.wholeNumberValue {
        field.label = "\(n + 1) \(field.label.dropFirst(2))"
      }
      call.append(field)
    }
    return Form(title: "On the phone", fields: call)
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    try reply.change(values, context, ids: &ids)
  }

  func edited(_ context: FormContext) -> [Entity] { reply.edited(context) }
}

extension CallForm {
  init?(scope: FormScope) {
    guard let reply = ReplyForm(scope: scope) else { return nil }
    self.init(reply: reply)
  }
}

extension FormPurpose {
  /// The reply, laid out for listening on the telephone (A78).
  static func call(_ id: ID, editing: ID?) -> Self {
    Self(CallForm(reply: ReplyForm(id: id, editing: editing)))
  }
}
