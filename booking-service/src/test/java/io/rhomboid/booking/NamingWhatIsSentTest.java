package io.rhomboid.booking;

import java.util.stream.Collectors;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NamingWhatIsSentTest {

    /** The description of the API knows shapes by their simple name: of two that share one it would tell only one. */
    @Test
    void no_two_shapes_that_go_over_the_wire_share_a_name() {
        var names = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.rhomboid.booking").stream()
                        .filter(JavaClass::isRecord)
                        .map(JavaClass::getSimpleName)
                        .filter(name -> name.matches(".*(View|Request|List)"))
                        .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(names).containsKey("BookingView");
        assertThat(names.entrySet()).allMatch(name -> name.getValue() == 1);
    }
}
