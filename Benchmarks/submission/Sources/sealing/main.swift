import Foundation
import PupilSupport
import Submission

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.count == 5, arguments[0] == "seal", let people = Int(arguments[3]),
    let schools = Int(arguments[4])
{
    let sample = try Sample(path: arguments[1])
    let ownPeople = sample.content.participants.count
    let ownSchools = sample.manifest.reference.schools.count
    let multiplication = Multiplication(
        copies: max(1, people / ownPeople), schoolCopies: max(1, schools / ownSchools))
    try Sealing(sample: sample, multiplication: multiplication).run(below: arguments[2])
} else if arguments.count == 2, arguments[0] == "verify" {
    let failures = try Verifying(path: arguments[1]).failures()
    print("  failures: \(failures.count)")
    for failure in failures.prefix(20) {
        print("  \(failure.check) \(failure.place): \(failure.found.en)")
    }
    exit(failures.isEmpty ? 0 : 1)
} else {
    print("usage: sealing seal PACKAGE OUTPUT PARTICIPANTS SCHOOLS | sealing verify PACKAGE")
    exit(64)
}
