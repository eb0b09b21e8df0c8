import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeMap;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Holds PDF files against one profile with veraPDF's engine: {@code VeraPdf ua1 FILE...}
 *
 * One line for each file, and under it one for each rule that it breaks: the clause, how often, and the engine's words.
 * Ends with 1 when a file breaks a rule or cannot be read.
 */
public final class VeraPdf {
    private static final int SHOWN = -1; // every failed check, not the first hundred

    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        VeraPDFFoundry foundry = Foundries.defaultInstance();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            throw new IllegalArgumentException("veraPDF knows no profile " + arguments[0]);
        }
        boolean clean = true;
        for (int i = 1; i < arguments.length; i++) {
            clean &= passes(foundry, flavour, arguments[i]);
        }
        System.exit(clean ? 0 : 1);
    }

    private static boolean passes(VeraPDFFoundry foundry, PDFAFlavour flavour, String file) {
        try (InputStream stream = new FileInputStream(file);
                PDFAParser parser = foundry.createParser(stream, flavour);
                PDFAValidator validator = foundry.createValidator(flavour, SHOWN, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "passed " : "FAILED ") + flavour + " " + file
                    + " (" + result.getTotalAssertions() + " checks)");
            TreeMap<String, Integer> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    broken.merge(assertion.getRuleId().getClause() + "  " + assertion.getMessage(), 1, Integer::sum);
                }
            }
            broken.forEach((rule, times) -> System.out.println("    " + times + " x " + rule));
            return result.isCompliant();
        } catch (Exception problem) {
            System.out.println("FAILED " + flavour + " " + file + ": " + problem);
            return false;
        }
    }
}
