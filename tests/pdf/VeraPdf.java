import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about each file. Writes a line "FILE: PROFILE CLAUSE: what" for each rule that a
 * file breaks and "FILE: PROFILE checked N" for each file and profile that was looked at.
 */
public final class VeraPdf {
    private static final PDFAFlavour[] PROFILES = {PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A};

    public static void main(String[] files) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (String file : files) {
            for (PDFAFlavour profile : PROFILES) {
                ask(file, profile, out);
            }
        }
    }

    private static void ask(String file, PDFAFlavour profile, PrintStream out) {
        String about = file + ": " + profile.getId();
        try (InputStream bytes = new FileInputStream(new File(file));
                PDFAParser parser = Foundries.defaultInstance().createParser(bytes, profile);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, 1, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion found : result.getTestAssertions()) {
                if (found.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = found.getRuleId().getClause() + "-" + found.getRuleId().getTestNumber();
                    broken.putIfAbsent(rule, found.getMessage() + " at " + found.getLocation().getContext());
                }
            }
            broken.forEach((rule, what) -> out.println(about + " " + rule + ": " + what));
            if (!result.isCompliant() && broken.isEmpty()) {
                out.println(about + " ?: it does not comply, and no rule is named");
            }
            out.println(about + " checked " + result.getTotalAssertions());
        } catch (Exception | LinkageError thrown) {
            out.println(about + " ?: " + thrown);
        }
    }
}
