/// Why the text of a mail isn't there to be read: told by what its parts are.
enum MailSeal: Hashable, Sendable {
  /// It's encrypted, or signed in a form that hides it.
  case encrypted
  /// Outlook put it into a file of its own form (TNEF).
  case outlook
  /// A server says that a mail of the user's didn't arrive.
  case bounce

  /// What a part says of its mail; nil for one that hides nothing.
  init?(type: String, name: String) {
    switch type {
    case "message/delivery-status": self = .bounce
    case "application/ms-tnef", "application/vnd.ms-tnef": self = .outlook
    case "application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted":
      self = .encrypted
    default:
      guard name.lowercased() == "winmail.dat" else { return nil }
      self = .outlook
    }
  }

  /// What there is to do about it.
  ///
  /// - Parameter mail: What the mail is called, at the beginning of a sentence.
  func sentence(_ mail: String) -> String {
    switch self {
    case .encrypted:
      "\(mail) is encrypted, so its text can't be read here. Open it in your email program, and import "
        + "its text from there."
    case .outlook:
      "\(mail) has its text in winmail.dat, which only Outlook reads. Ask for it as plain text, or unpack "
        + "it with tnef."
    case .bounce:
      "\(mail) says that an email of yours didn't arrive, so there's nothing of theirs to add."
    }
  }
}
