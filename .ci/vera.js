// Runs in the JavaScript shell that the veraPDF jar carries, so that a Java runtime is enough.
// Arguments: profiles (comma between them), then files. Prints each result, and what failed where.
var verapdf = Packages.org.verapdf;
var foundries = verapdf.pdfa.Foundries;
var MOST_RESULTS = 100000;

function check(profile, path) {
  var flavour = verapdf.pdfa.flavours.PDFAFlavour.byFlavourId(profile);
  var parser = foundries.defaultInstance().createParser(new java.io.File(path), flavour);
  var validator = foundries.defaultInstance().createValidator(flavour, MOST_RESULTS, false, true, false);
  var result = validator.validate(parser);
  print((result.isCompliant() ? "PASS " : "FAIL ") + profile + " " + path + " checks=" + result.getTotalAssertions());
  for (var found = result.getTestAssertions().iterator(); found.hasNext();) {
    var assertion = found.next();
    if (String(assertion.getStatus().name()) === "FAILED") {
      var rule = assertion.getRuleId();
      print("  " + rule.getClause() + "/" + rule.getTestNumber() + " " + assertion.getErrorMessage() +
        " @ " + assertion.getLocation().getContext());
    }
  }
  validator.close();
  parser.close();
  return result.isCompliant();
}

verapdf.gf.foundry.VeraGreenfieldFoundryProvider.initialise();
var given = arguments;
var sound = true;
String(arguments[0]).split(",").forEach(function (profile) {
  for (var i = 1; i < given.length; i++) sound = check(profile, given[i]) && sound;
});
java.lang.System.exit(sound ? 0 : 1);
