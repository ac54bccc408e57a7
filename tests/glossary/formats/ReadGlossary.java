import java.io.File;
import java.io.PrintStream;
import org.omegat.core.Core;
import org.omegat.core.data.NotLoadedProject;
import org.omegat.core.data.ProjectProperties;
import org.omegat.gui.glossary.GlossaryEntry;
import org.omegat.gui.glossary.GlossaryReaderTBX;
import org.omegat.gui.glossary.GlossaryReaderTSV;

/** Prints what OmegaT's own reader makes of a glossary: source, target and comment of every entry. */
public class ReadGlossary {
    public static void main(String[] words) throws Exception {
        ProjectProperties properties = new ProjectProperties(new File(words[1]));
        properties.setSourceLanguage(words[2]);
        properties.setTargetLanguage(words[3]);
        Core.setProject(new NotLoadedProject() {
            @Override
            public ProjectProperties getProjectProperties() {
                return properties;
            }
        });
        File file = new File(words[0]);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (GlossaryEntry entry : file.getName().endsWith(".tbx")
                ? GlossaryReaderTBX.read(file, false)
                : GlossaryReaderTSV.read(file, false)) {
            for (String target : entry.getLocTerms(false)) {
                out.println(String.join("\t", entry.getSrcText(), target, entry.getCommentText().replace("\n", " ")));
            }
        }
    }
}
