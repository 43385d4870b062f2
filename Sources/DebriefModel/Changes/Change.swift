/// One thing the user did, as a value: what it is called and what it does to the stored things.
/// Its inverse undoes it exactly, so that undo and redo are changes like any other.
public struct Change: Hashable, Sendable, Codable {
  /// What happens to one stored thing.
  public enum Operation: Hashable, Sendable, Codable {
    case insert(Entity)
    case update(from: Entity, to: Entity)
    case delete(Entity)

    /// What takes it back.
    public var inverse: Operation {
      switch self {
      case .insert(let it): .delete(it)
      case .update(let from, let to): .update(from: to, to: from)
      case .delete(let it): .insert(it)
      }
    }

    /// The thing after the operation, or before it when it is deleted.
    public var entity: Entity {
      switch self {
      case .insert(let it), .delete(let it), .update(_, let it): it
      }
    }
  }

  /// What the user did, as undo says it: `add weakness`.
  public var title: String
  /// What is done, in this order.
  public var operations: [Operation]

  /// Makes a change.
  public init(_ title: String, _ operations: [Operation]) {
    self.title = title
    self.operations = operations
  }

  /// What takes it back: the inverse operations in the opposite order.
  public var inverse: Change { Change(title, operations.reversed().map(\.inverse)) }

  /// Why the change must be refused, in one sentence; nil when it is sound. Undo is not asked:
  /// what was allowed once may be taken back.
  public var fault: String? { damage ?? haste }

  /// What would leave something broken or lost. An import is asked only this: an archive is taken
  /// whole, also where two of them together hold more than one person would begin.
  public var damage: String? {
    for operation in operations {
      switch operation {
      case .update(.feedback(let from), .feedback(let to)) where !from.accepts(to):
        return "Feedback is kept word for word. Add to it, or add a new entry."
      case .update(let from, let to) where from.id != to.id || from.kind != to.kind:
        return "You can't turn an entry into another kind. Add a new one instead."
      case .insert(.application(let it)), .update(_, .application(let it)):
        if it.company.allSatisfy(\.isWhitespace) {
          return "An application needs a company name."
        }
      case .insert(.finding(let it)), .update(_, .finding(let it)):
        if it.statement.allSatisfy(\.isWhitespace) { return "Say in one sentence what happened." }
        if !(1...5).contains(it.weight) { return "Importance goes from 1 to 5." }
      default: break
      }
    }
    return nil
  }

  /// Names that are no names, and changes for next time that are called done without a test, or are too many at once (A9, A105).
  private var haste: String? {
    var places: [ID: Set<ID>] = [:]
    for operation in operations {
      switch operation {
      case .insert(.application(let it)):
        if let fault = it.nameFault { return fault }
      // A name that came with an import stays as it is until it is changed.
      case .update(.application(let from), .application(let it))
      where from.company != it.company || from.role != it.role:
        if let fault = it.nameFault { return fault }
      case .update(.forecast(let from), .forecast(let to)) where from != to:
        return "Once it's saved, a prediction can't be changed. Yours is still there."
      case .insert(.improvement(let it)), .update(_, .improvement(let it)):
        if let fault = it.fault { return fault }
        if let debrief = it.debrief, it.takesPlace {
          places[debrief, default: []].insert(it.id)
          if places[debrief, default: []].count > Improvement.most { return Improvement.tooMany }
        }
      default: break
      }
    }
    return nil
  }
}
