import setuptools

setuptools.setup(
    name="skerry",
    setup_requires=["pbr>=2.0"],
    install_requires=["eventlet>=0.30", "requests"],
    extras_require={"test": ["eventlet"]},
)
